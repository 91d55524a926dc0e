package kz.qadam.chassis.events.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.LastOccurrence;
import kz.qadam.chassis.desk.LastOccurrences;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;

/**
 * When the keys of an institution were used here last, each for its administrator, who makes them. Others see when any of
 * them was.
 */
@ApplicationScoped
class KeysUsedLast implements LastOccurrences {

    private static final int MOST = 3;
    private static final int ENDING = 8;
    private static final String PAGE = "/keys";

    private final KeyUses uses;
    private final Instance<KeyLabels> labels;

    KeysUsedLast(KeyUses uses, Instance<KeyLabels> labels) {
        this.uses = uses;
        this.labels = labels;
    }

    @Override
    public List<LastOccurrence> last(Caller caller) {
        if (!caller.scope().isOfInstitution()) {
            return List.of();
        }
        List<KeyUse> latest = uses.latest(caller.scope().institution(), MOST);
        if (!caller.is(Role.PARTNER_ADMIN)) {
            return latest.stream()
                    .limit(1)
                    .map(use -> LastOccurrence.at(use.lastUsedAt(), Message.of("last.keys"), null))
                    .toList();
        }
        Map<UUID, String> known = labels(latest);
        return latest.stream()
                .map(use -> LastOccurrence.at(use.lastUsedAt(), text(use.keyId(), known.get(use.keyId())), PAGE))
                .toList();
    }

    private Map<UUID, String> labels(List<KeyUse> latest) {
        return labels.isResolvable()
                ? labels.get().of(latest.stream().map(KeyUse::keyId).toList())
                : Map.of();
    }

    /** A key without a label is shown by the end of its id, as on the page of keys. */
    private static Message text(UUID key, String label) {
        String id = key.toString();
        return label == null
                ? Message.of("last.key/unnamed", id.substring(id.length() - ENDING))
                : Message.of("last.key", label);
    }
}
