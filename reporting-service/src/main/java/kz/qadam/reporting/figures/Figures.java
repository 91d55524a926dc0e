package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.CatalogueCache;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers queries exactly, from the roll-up and the catalogue, both as known at a batch. */
@ApplicationScoped
class Figures {

    private final FigureDatabase database;
    private final CatalogueCache catalogues;
    private final Forecasts forecasts;
    private final String definition;

    Figures(
            FigureDatabase database,
            CatalogueCache catalogues,
            Forecasts forecasts,
            @ConfigProperty(name = "qadam.public-url") String url) {
        this.database = database;
        this.catalogues = catalogues;
        this.forecasts = forecasts;
        this.definition = url + DefinitionPage.PATH;
    }

    /** @throws Problem 404 if no such cohort was known */
    <V> V answer(FigureQuery<V> query, ExactContext context) {
        if (context.region() != null
                && query.within(AccessScope.ofRegion(context.region())).isEmpty()) {
            throw new IllegalArgumentException("Not a question about one region: " + query);
        }
        PointInTime time = context.time();
        return database.read(time.batch(), handle -> {
            Catalogue catalogue = catalogues.at(handle, time.batch());
            String cohort = query.cohort();
            if (!cohort.equals(Catalogue.TOTAL) && !catalogue.cohorts().containsKey(cohort)) {
                throw Problem.unknownCode("cohort", cohort);
            }
            List<String> evaluating = catalogue.beingEvaluated().stream()
                    .filter(one -> cohort.equals(Catalogue.TOTAL) || cohort.equals(one))
                    .toList();
            AnswerHead head = AnswerHead.exact(
                    time, ProvisionalReason.of(handle, time, evaluating), definition, context.region());
            return query.answer(new KnownState(handle, context, catalogue, head, forecasts));
        });
    }
}
