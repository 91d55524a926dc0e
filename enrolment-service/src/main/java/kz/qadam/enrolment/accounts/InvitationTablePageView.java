package kz.qadam.enrolment.accounts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.http.table.PlainCsv;
import kz.qadam.chassis.http.table.SafeCell;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.ItemVerdict;

/**
 * What the page of a table of invitations shows.
 *
 * @param table the table as it was sent
 * @param renews whether those who have not used their link get another
 * @param refused why nothing of the table can be read; null if something can
 * @param shown what would become of the table, or has; null without a table
 */
record InvitationTablePageView(DeskContext context, String table, boolean renews, String refused, Shown shown) {

    private static final int MOST_LINES = 200;

    /**
     * What would become of a table, or has.
     *
     * @param state {@code would-do}, {@code done}, or {@code would-do-other}: something else than was confirmed
     * @param counts how many people are invited, have an account already, or are not invited
     * @param rejected the first of those who are not invited, and why
     * @param links those that were made
     * @param digest confirms what would be done
     */
    record Shown(
            String state,
            Map<String, Integer> counts,
            List<Rejected> rejected,
            List<PasswordLinkView> links,
            String digest) {

        /** Whether there is somebody to invite. */
        public boolean hasAnythingToConfirm() {
            return !state.equals("done") && counts.get("invited") > 0;
        }

        /** Whether more people are not invited than are listed. */
        public boolean isCut() {
            return counts.get("rejected") > rejected.size();
        }
    }

    /** A row that invites nobody. */
    record Rejected(Integer line, String name, String why) {}

    static InvitationTablePageView empty(DeskContext context) {
        return sent(context, "", false);
    }

    static InvitationTablePageView sent(DeskContext context, String table, boolean renews) {
        return new InvitationTablePageView(context, table, renews, null, null);
    }

    InvitationTablePageView refused(String why) {
        return new InvitationTablePageView(context, table, renews, why, null);
    }

    /** @param isConfirmed whether somebody wanted to invite them */
    InvitationTablePageView shows(TableInvitations.Done done, boolean isConfirmed, String digest) {
        String state = done.isDone() ? "done" : isConfirmed ? "would-do-other" : "would-do";
        List<ItemVerdict> others = done.answer().results().stream()
                .filter(one -> one.problem() != null)
                .toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("invited", count(done.answer(), "accepted"));
        counts.put("there", count(done.answer(), "duplicate"));
        counts.put("rejected", others.size());
        List<Rejected> rejected = others.stream()
                .limit(MOST_LINES)
                .map(one ->
                        new Rejected(one.line(), one.reference(), one.problem().sentence()))
                .toList();
        return new InvitationTablePageView(
                context,
                done.isDone() ? "" : table,
                renews,
                null,
                new Shown(state, counts, rejected, done.links(), digest));
    }

    private static int count(BatchAnswer answer, String status) {
        return (int) answer.results().stream()
                .filter(one -> one.status().equals(status))
                .count();
    }

    /** The names of the columns that a table may have. */
    public String columns() {
        return String.join(", ", UserAccountPost.COLUMNS.names());
    }

    public String action() {
        return context.page(InvitationTablePage.PATH);
    }

    public String accounts() {
        return context.page(UserAccountPage.PATH);
    }

    /** Until when a link opens. */
    public String end(PasswordLinkView link) {
        return context.day(link.linkEndsAt());
    }

    /** The links as a table, in the address itself: nothing of them is kept that could be asked for. */
    public String download() {
        var written = new ByteArrayOutputStream();
        try (var csv = new PlainCsv(written, ',')) {
            csv.write(List.of("name", "link", "code", "linkEndsAt"));
            for (PasswordLinkView link : shown.links()) {
                csv.write(List.of(
                        SafeCell.of(link.name()), link.link(), link.code(), Objects.toString(link.linkEndsAt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(written.toByteArray());
    }

    /** A text that tables of other entries have too. */
    public String say(String key) {
        return context.tell(Message.of("entry-table." + key));
    }
}
