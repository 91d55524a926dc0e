package kz.qadam.progress.statement;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.LastMonths;

/**
 * What the page of a month shows.
 *
 * @param last the month of today
 */
record MonthlyStatementPageView(DeskContext context, MonthlyStatement statement, YearMonth last) {

    private YearMonth shown() {
        return YearMonth.parse(statement.month());
    }

    public boolean hasNext() {
        return shown().isBefore(last);
    }

    public LastMonths months() {
        return LastMonths.of(context, last, shown(), MonthlyStatementPageView::path);
    }

    /** The entries of all numbers, by time. */
    public List<MonthlyStatementEntry> entries() {
        var entries = statement.entries();
        return Stream.of(entries.recorded(), entries.revoked(), entries.corrected())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(MonthlyStatementEntry::at))
                .toList();
    }

    /** Of all causes. */
    public long notCounting() {
        var not = statement.notCounting();
        return not.pending() + not.refused() + not.outside();
    }

    public String corrected() {
        return signed(statement.corrected());
    }

    public String effect(MonthlyStatementEntry one) {
        return signed(one.effect());
    }

    private static String signed(long number) {
        return number > 0 ? "+" + number : Long.toString(number).replace('-', '−');
    }

    /** What happened, as the page of a completion says it. */
    public String what(MonthlyStatementEntry one) {
        return context.tell(Message.of("records.cause." + one.cause()));
    }

    public String record(MonthlyStatementEntry one) {
        return context.page("/records/" + one.id());
    }

    public String previousMonthAddress() {
        return context.page(path(shown().minusMonths(1)));
    }

    public String nextMonthAddress() {
        return context.page(path(shown().plusMonths(1)));
    }

    private static String path(YearMonth month) {
        return MonthlyStatementPage.PATH + "?month=" + month;
    }

    /** All of the statement as a table. */
    public String table() {
        return context.root() + MonthlyStatementPage.PATH + "/table?month=" + statement.month();
    }
}
