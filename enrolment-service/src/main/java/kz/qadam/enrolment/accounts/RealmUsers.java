package kz.qadam.enrolment.accounts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Reads accounts from, and writes them as, users of Keycloak's realm, whose attributes become claims of tokens. */
final class RealmUsers {

    static final String INSTITUTION = "institution";
    static final String REGION = "region";
    private static final String LANGUAGE = "locale";

    /** So Keycloak calls the accounts of programs. */
    static final String OF_PROGRAMS = "service-account-";

    private RealmUsers() {}

    /** A new one, without a password and without a role. */
    static UserRepresentation user(UserAccountPost post) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(post.name());
        user.setEmail(post.mail().orElse(null));
        user.setEnabled(true);
        if (post.institution() != null) user.singleAttribute(INSTITUTION, post.institution());
        if (post.region() != null) user.singleAttribute(REGION, post.region());
        if (post.language() != null)
            user.singleAttribute(LANGUAGE, post.language().tag());
        return user;
    }

    static List<UserAccount> accounts(RealmResource realm, List<UserRepresentation> users) {
        return users.stream()
                .filter(RealmUsers::isOfPerson)
                .map(user -> account(realm, user))
                .toList();
    }

    static boolean isOfPerson(UserRepresentation user) {
        return !user.getUsername().startsWith(OF_PROGRAMS);
    }

    static UserAccount account(RealmResource realm, UserRepresentation user) {
        UserResource one = realm.users().get(user.getId());
        List<String> roles = one.roles().realmLevel().listEffective().stream()
                .map(RoleRepresentation::getName)
                .toList();
        Map<String, List<String>> attributes = user.getAttributes() == null ? Map.of() : user.getAttributes();
        return new UserAccount(
                UUID.fromString(user.getId()),
                user.getUsername(),
                UserAccountRole.of(roles).orElse(null),
                first(attributes, INSTITUTION),
                first(attributes, REGION),
                !user.isEnabled());
    }

    private static String first(Map<String, List<String>> attributes, String name) {
        return attributes.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }
}
