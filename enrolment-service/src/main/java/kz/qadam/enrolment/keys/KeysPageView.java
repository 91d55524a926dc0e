package kz.qadam.enrolment.keys;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of keys shows.
 *
 * @param working the keys that work, those that end first first
 * @param attempt the id of the next key: a form that is sent twice makes one key
 * @param problem why a form was refused; null if none was
 * @param only the one thing for which the next key is; empty if it may do what a partner may do
 * @param made the key that was made; null if none was
 * @param revoking the key that somebody wants to revoke, for {@code reason}; null if nobody does
 * @param refused the key whose revocation for {@code reason} was refused; null if none was
 */
record KeysPageView(
        DeskContext context,
        List<KeyView> working,
        Instant now,
        UUID attempt,
        String problem,
        String label,
        String expiresOn,
        String only,
        NewKeyView made,
        KeyView revoking,
        UUID refused,
        String reason) {

    private static final int FEW = 3;

    static KeysPageView of(DeskContext context, List<KeyView> working, Instant now, UUID attempt) {
        return new KeysPageView(context, working, now, attempt, null, "", "", "", null, null, null, "");
    }

    KeysPageView refused(String why, String sentLabel, String sentDay, String sentOnly) {
        return new KeysPageView(
                context, working, now, attempt, why, sentLabel, sentDay, sentOnly, null, null, null, "");
    }

    KeysPageView refusedToRevoke(UUID key, String sentReason, String why) {
        return new KeysPageView(context, working, now, attempt, why, "", "", "", null, null, key, sentReason);
    }

    KeysPageView with(NewKeyView key) {
        return new KeysPageView(context, working, now, attempt, null, "", "", "", key, null, null, "");
    }

    KeysPageView asking(KeyView key, String why) {
        return new KeysPageView(context, working, now, attempt, null, "", "", "", null, key, null, why);
    }

    /** The same, whose form makes a key for this one thing. */
    KeysPageView onlyFor(String thing) {
        return new KeysPageView(context, working, now, attempt, null, "", "", thing, null, null, null, "");
    }

    /** What a key may do, by what a form sends. */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", say("only.all"));
        for (KeyPost.Only one : KeyPost.Only.values()) {
            choices.put(one.toString(), say("only." + one));
        }
        return choices;
    }

    public boolean isChosen(String choice) {
        return choice.equals(only);
    }

    /** Whether the reason to revoke it was refused. */
    public boolean isRefused(KeyView key) {
        return key.id().equals(refused);
    }

    /** The reason that the form of a key shows. */
    public String enteredReason(KeyView key) {
        return isRefused(key) ? reason : "";
    }

    /** Whether the forms that revoke them are shown without being unfolded. */
    public boolean isFew() {
        return working.size() <= FEW;
    }

    /** What it is for; without that, its id. */
    public String nameOf(KeyView key) {
        return key.label() == null ? key.id().toString() : key.label();
    }

    /** On which day it works for the last time. */
    public String lastDay(KeyView key) {
        return say("ends", context.day(AlmatyTime.dayOf(key.expiresAt()).minusDays(1)));
    }

    public boolean endsSoon(KeyView key) {
        return key.expiresAt().isBefore(now.plus(ExpiringKeys.SOON));
    }

    public String use(KeyView key) {
        return key.lastUsedAt() == null ? say("unused") : say("used", context.day(key.lastUsedAt()));
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("keys." + key, arguments));
    }

    public String revocation(KeyView key) {
        return context.page(KeyPage.PATH + "/" + key.id() + "/revocation");
    }
}
