package kz.qadam.benchmarks.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacktestTest {

    @Test
    void few_histories_show_already_that_the_band_holds_and_what_others_would_draw_is_beaten() {
        Report report = Backtest.run(2);

        Score.Summary all = report.atHorizon().get(Report.ALL);
        assertThat(all.coverage()).isBetween(0.7, 0.92);
        assertThat(all.error()).isLessThan(all.straightLine());
        assertThat(report.inAYear().get(Report.ALL).error())
                .isLessThan(report.inAYear().get(Report.ALL).seasonalNaive());
        assertThat(report.markdown()).contains("| shocks | ");
    }
}
