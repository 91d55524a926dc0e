package kz.qadam.enrolment.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The accounts of Keycloak's realm. */
@ApplicationScoped
class Realm {

    private static final String ONE_TIME_CODE = "CONFIGURE_TOTP";

    private final RealmConnection connection;

    Realm(RealmConnection connection) {
        this.connection = connection;
    }

    /**
     * Some accounts, in the order of their names.
     *
     * @param isLast whether none comes after them
     */
    record Part(List<UserAccount> accounts, boolean isLast) {}

    /**
     * Accounts of people in the order of their names.
     *
     * @param first how many to pass over
     * @param institution null: of any, or none
     */
    Part list(int first, int most, String institution) {
        return connection.ask(realm -> {
            UsersResource users = realm.users();
            List<UserRepresentation> found = institution == null
                    ? users.search((String) null, first, most, false)
                    : users.searchByAttributes(first, most, null, false, RealmUsers.INSTITUTION + ":" + institution);
            return new Part(RealmUsers.accounts(realm, found), found.size() < most);
        });
    }

    /** The account of this name, if there is one. */
    Part named(String name) {
        return connection.ask(realm ->
                new Part(RealmUsers.accounts(realm, realm.users().searchByUsername(name, true)), true));
    }

    /** The account of a person; empty if there is none with this id. */
    Optional<UserAccount> find(UUID id) {
        return connection.ask(realm -> {
            try {
                UserRepresentation user = user(realm, id).toRepresentation();
                return Optional.of(user).filter(RealmUsers::isOfPerson).map(known -> RealmUsers.account(realm, known));
            } catch (WebApplicationException e) {
                if (isStatus(e, Response.Status.NOT_FOUND)) return Optional.empty();
                throw e;
            }
        });
    }

    /**
     * Makes an account without a password, so that nobody can log in yet; empty if there is one of this name or mail address.
     *
     * @throws Problem 422 if the realm has no such role or takes no such name
     */
    Optional<UUID> create(UserAccountPost post) {
        return connection.ask(realm -> {
            UUID id;
            try (Response created = realm.users().create(RealmUsers.user(post))) {
                if (created.getStatus() == Response.Status.CONFLICT.getStatusCode()) {
                    return Optional.empty();
                }
                if (created.getStatus() == Response.Status.BAD_REQUEST.getStatusCode()) {
                    throw new Problem(ProblemType.RULE_VIOLATED, Fault.at("/name", "account-name", "name"));
                }
                id = UUID.fromString(CreatedResponseUtil.getCreatedId(created));
            }
            try {
                give(user(realm, id), post.role());
            } catch (RuntimeException e) {
                user(realm, id).remove();
                throw e;
            }
            return Optional.of(id);
        });
    }

    private static void give(UserResource user, UserAccountRole role) {
        List<RoleRepresentation> given = user.roles().realmLevel().listAvailable().stream()
                .filter(one -> one.getName().equals(role.code()))
                .toList();
        if (given.isEmpty()) {
            throw new Problem(
                    ProblemType.RULE_VIOLATED, Fault.at("/role", "account-role/unknown", "role", role.code()));
        }
        user.roles().realmLevel().add(given);
    }

    void delete(UUID id) {
        change(id, UserResource::remove);
    }

    /** Lets nobody log in by it, and ends its sessions. */
    void lock(UUID id) {
        change(id, user -> {
            user.update(enabled(false));
            user.logout();
        });
    }

    void unlock(UUID id) {
        change(id, user -> user.update(enabled(true)));
    }

    private static UserRepresentation enabled(boolean enabled) {
        UserRepresentation change = new UserRepresentation();
        change.setEnabled(enabled);
        return change;
    }

    /** Its password opens nothing any more, and its sessions end. */
    void forgetPassword(UUID id) {
        change(id, user -> {
            forget(user, CredentialRepresentation.PASSWORD::equals);
            user.logout();
        });
    }

    boolean hasPassword(UUID id) {
        return connection.ask(realm -> user(realm, id).credentials().stream()
                .anyMatch(one -> CredentialRepresentation.PASSWORD.equals(one.getType())));
    }

    /** The next log in sets a second factor up, and its sessions end. */
    void forgetSecondFactor(UUID id) {
        change(id, user -> {
            forget(user, type -> !CredentialRepresentation.PASSWORD.equals(type));
            UserRepresentation change = new UserRepresentation();
            change.setRequiredActions(
                    Stream.concat(user.toRepresentation().getRequiredActions().stream(), Stream.of(ONE_TIME_CODE))
                            .distinct()
                            .toList());
            user.update(change);
            user.logout();
        });
    }

    private static void forget(UserResource user, Predicate<String> which) {
        user.credentials().stream()
                .filter(one -> which.test(one.getType()))
                .forEach(one -> user.removeCredential(one.getId()));
    }

    /** Returns whether the realm's rules accept this password. */
    boolean setPassword(UUID id, String password) {
        return connection.ask(realm -> {
            CredentialRepresentation credential = new CredentialRepresentation();
            credential.setType(CredentialRepresentation.PASSWORD);
            credential.setValue(password);
            credential.setTemporary(false);
            try {
                user(realm, id).resetPassword(credential);
                return true;
            } catch (WebApplicationException e) {
                if (isStatus(e, Response.Status.BAD_REQUEST)) return false;
                throw e;
            }
        });
    }

    private void change(UUID id, Consumer<UserResource> change) {
        connection.ask(realm -> {
            change.accept(user(realm, id));
            return null;
        });
    }

    private static UserResource user(RealmResource realm, UUID id) {
        return realm.users().get(id.toString());
    }

    private static boolean isStatus(WebApplicationException failure, Response.Status status) {
        return failure.getResponse().getStatus() == status.getStatusCode();
    }
}
