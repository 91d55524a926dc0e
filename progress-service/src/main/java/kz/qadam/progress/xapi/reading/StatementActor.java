package kz.qadam.progress.xapi.reading;

import com.fasterxml.jackson.databind.JsonNode;

/** How a statement names who has learned. */
sealed interface StatementActor {

    /** By an account, which alone can be linked to a learner. */
    record WithAccount(String homePage, String name) implements StatementActor {}

    /** In another way, or not at all. */
    record NoAccount(StatementReason because) implements StatementActor {}

    static StatementActor of(JsonNode actor) {
        if (!actor.isObject()) {
            return new NoAccount(StatementReason.UNREADABLE);
        }
        if (actor.path("objectType").asText().equals("Group")) {
            return new NoAccount(StatementReason.ACTOR_IS_GROUP);
        }
        JsonNode account = actor.path("account");
        String name = text(account.path("name"));
        if (account.path("homePage").isTextual() && name != null && !name.isBlank()) {
            return new WithAccount(account.path("homePage").textValue(), name.strip());
        }
        if (actor.has("mbox") || actor.has("mbox_sha1sum")) {
            return new NoAccount(StatementReason.ACTOR_IS_MAIL);
        }
        return new NoAccount(actor.has("openid") ? StatementReason.ACTOR_IS_OPENID : StatementReason.UNREADABLE);
    }

    /** Some platforms send the number of a user as a number. */
    private static String text(JsonNode name) {
        return name.isTextual() || name.isIntegralNumber() ? name.asText() : null;
    }
}
