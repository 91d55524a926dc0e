package kz.qadam.reporting.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Catalogues as known at batches. Each is read once for each change, since a past state never changes. */
@ApplicationScoped
public class CatalogueCache {

    /**
     * The newest batch that changed the catalogue. A state ends only where a newer one begins, so that the newest
     * beginning identifies the catalogue. An evaluation begins with its event, and changes once more when all resulting
     * events have arrived.
     */
    private static final String CHANGED = """
            select coalesce(max(from_batch), 0)
              from (select from_batch from catalogue_fact where kind in ('PROGRAMME', 'COHORT', 'COURSE')
                    union all
                    select from_batch from evaluated
                    union all
                    select opened from evaluation_arrival
                    union all
                    select closed from evaluation_arrival) as change
             where from_batch <= :batch
            """;

    private final Cache<Long, Catalogue> known =
            Caffeine.newBuilder().maximumSize(16).build();

    /** The catalogue as known at this batch. */
    public Catalogue at(Handle database, long batch) {
        long changed = database.createQuery(CHANGED)
                .bind("batch", batch)
                .mapTo(Long.class)
                .one();
        return known.get(changed, number -> Catalogue.at(database, number));
    }
}
