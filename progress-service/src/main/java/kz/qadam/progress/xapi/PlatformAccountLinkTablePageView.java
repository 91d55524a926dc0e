package kz.qadam.progress.xapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.ItemVerdict;

/**
 * What the page of a table of links shows.
 *
 * @param table the table as it was sent
 * @param refused why nothing of the table can be read; null if something can
 * @param shown what the table would do or has done; null without a table
 */
record PlatformAccountLinkTablePageView(DeskContext context, String table, String refused, Shown shown) {

    private static final int MOST_LINES = 200;

    /**
     * What a table would do, or has done.
     *
     * @param state {@code would-do}, {@code done}, or {@code would-do-other}: something else than was confirmed
     * @param counts how many rows have each verdict
     * @param rejected the first of the rows that are not kept
     * @param digest confirms what would be done
     */
    record Shown(
            String state,
            Map<String, Long> counts,
            PlatformAccountLinkView.Effect effect,
            List<ItemVerdict> rejected,
            String digest) {

        /** Whether there is something to confirm. */
        public boolean hasAnythingToConfirm() {
            return !state.equals("done")
                    && counts.get(PlatformAccountLinks.ACCEPTED) + counts.get(PlatformAccountLinks.PENDING) > 0;
        }
    }

    static PlatformAccountLinkTablePageView empty(DeskContext context) {
        return new PlatformAccountLinkTablePageView(context, "", null, null);
    }

    PlatformAccountLinkTablePageView with(String sent) {
        return new PlatformAccountLinkTablePageView(context, sent, null, null);
    }

    PlatformAccountLinkTablePageView refused(String why) {
        return new PlatformAccountLinkTablePageView(context, table, why, null);
    }

    PlatformAccountLinkTablePageView wouldDo(BatchAnswer would, String digest, boolean isOther) {
        return new PlatformAccountLinkTablePageView(
                context, table, null, shown(isOther ? "would-do-other" : "would-do", would, digest));
    }

    PlatformAccountLinkTablePageView done(BatchAnswer answer) {
        return new PlatformAccountLinkTablePageView(context, "", null, shown("done", answer, null));
    }

    private static Shown shown(String state, BatchAnswer answer, String digest) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String verdict :
                List.of(PlatformAccountLinks.ACCEPTED, PlatformAccountLinks.PENDING, PlatformAccountLinks.DUPLICATE)) {
            counts.put(verdict, count(answer, verdict));
        }
        List<ItemVerdict> rejected =
                answer.results().stream().filter(one -> one.problem() != null).toList();
        counts.put("rejected", (long) rejected.size());
        return new Shown(
                state,
                counts,
                (PlatformAccountLinkView.Effect) answer.effect(),
                rejected.subList(0, Math.min(MOST_LINES, rejected.size())),
                digest);
    }

    private static long count(BatchAnswer answer, String status) {
        return answer.results().stream()
                .filter(one -> one.status().equals(status))
                .count();
    }

    /** What follows for completions, in sentences. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (shown.effect() != null) {
            sentences.add(say("will-count", shown.effect().recorded()));
            if (shown.effect().revoked() > 0) {
                sentences.add(say("will-be-revoked", shown.effect().revoked()));
            }
            if (shown.effect().corrected() > 0) {
                sentences.add(say("will-be-corrected", shown.effect().corrected()));
            }
        }
        return sentences;
    }

    private String say(String key, int number) {
        return context.tell(Message.of("platform-account." + key, number));
    }

    /** Whether more rows are not kept than are listed. */
    public boolean isCut() {
        return shown.counts().get("rejected") > shown.rejected().size();
    }
}
