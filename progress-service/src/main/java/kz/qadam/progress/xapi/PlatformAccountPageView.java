package kz.qadam.progress.xapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.table.PlainCsv;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.ItemVerdict;

/**
 * What the page of an account shows.
 *
 * @param listed its statements, the latest first
 * @param form links it
 * @param would what the form would do; null if nothing was sent, or it is refused
 */
record PlatformAccountPageView(
        PlatformPageContext at,
        PlatformAccountRows.Named account,
        List<StatementOutcomeRows.Listed> listed,
        DeskForm form,
        Would would) {

    static final List<String> FIELDS = List.of("enrolment", "replace");

    private static final String REPLACE = "replace";
    private static final String LINKED_ALREADY = "linked-already";
    private static final String FROM_NOW_ON = "from-now-on";
    private static final String ALWAYS_WRONG = "always-wrong";

    /**
     * What a form would do.
     *
     * @param status the verdict on the link
     * @param isOther whether something else was confirmed
     * @param digest confirms it
     */
    record Would(String status, PlatformAccountLinkView.Effect effect, boolean isOther, String digest) {}

    /** The form as a table of one row. An account of which nothing has been counted is linked anew without a question. */
    byte[] row() {
        var written = new ByteArrayOutputStream();
        try (var csv = new PlainCsv(written, ',')) {
            csv.write(List.of("institution", "platform", "account", "enrolment", REPLACE));
            csv.write(
                    List.of(at.institution(), account.platform(), account.name(), form.value("enrolment"), replace()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }

    private String replace() {
        return account.isPending() ? ALWAYS_WRONG : form.value(REPLACE);
    }

    PlatformAccountPageView refused(ProblemBody problem) {
        Map<String, String> faults = new LinkedHashMap<>();
        problem.errors().stream()
                .filter(one -> FIELDS.contains(one.column()))
                .forEach(one -> faults.merge(one.column(), one.detail(), (a, b) -> a + " " + b));
        if (problem.errors().stream().anyMatch(one -> one.code().equals(LINKED_ALREADY))) {
            faults.put(REPLACE, say("which"));
        }
        var refused = new DeskForm(form.values(), faults, faults.isEmpty() ? problem.sentence() : null);
        return new PlatformAccountPageView(at, account, listed, refused, null);
    }

    PlatformAccountPageView wouldDo(BatchAnswer answer, String digest, boolean isOther) {
        ItemVerdict verdict = answer.results().get(0);
        return new PlatformAccountPageView(
                at,
                account,
                listed,
                form,
                new Would(verdict.status(), (PlatformAccountLinkView.Effect) answer.effect(), isOther, digest));
    }

    public DeskContext context() {
        return at.desk();
    }

    /** To whom it is linked, in words. */
    public String state() {
        if (account.enrolment() == null) {
            return say("not-linked");
        }
        return say(account.isPending() ? "pending" : "linked", account.enrolment());
    }

    public boolean isLinked() {
        return account.enrolment() != null;
    }

    /** Whether a new link has to say what becomes of what came before. */
    public boolean isReplaced() {
        return isLinked() && !account.isPending();
    }

    /** What can be said of that. */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(FROM_NOW_ON, say(FROM_NOW_ON));
        choices.put(ALWAYS_WRONG, say(ALWAYS_WRONG));
        return choices;
    }

    public StatementOutcomeLines lines() {
        return StatementOutcomeLines.of(at, listed);
    }

    /** Whether the link is there already. */
    public boolean isRepeated() {
        return would.status().equals(PlatformAccountLinks.DUPLICATE);
    }

    /** What would follow, in sentences. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(say("would-link", account.name(), form.value("enrolment")));
        if (would.status().equals(PlatformAccountLinks.PENDING)) {
            sentences.add(say("would-wait"));
        }
        if (isReplaced()) {
            sentences.add(say("would-" + form.value(REPLACE)));
        }
        PlatformAccountLinkView.Effect effect = would.effect();
        sentences.add(say("will-count", effect.recorded()));
        if (effect.revoked() > 0) {
            sentences.add(say("will-be-revoked", effect.revoked()));
        }
        if (effect.corrected() > 0) {
            sentences.add(say("will-be-corrected", effect.corrected()));
        }
        return sentences;
    }

    /** A completion that would change, in words. */
    public String change(PlatformAccountLinkView.Change one) {
        return say("change." + one.change());
    }

    public String label(String field) {
        return say("field." + field);
    }

    public String action() {
        return at.address(context().path());
    }

    public String all() {
        return at.address(PlatformPage.PATH);
    }

    private String say(String key, Object... arguments) {
        return context().tell(Message.of("platform-account." + key, arguments));
    }
}
