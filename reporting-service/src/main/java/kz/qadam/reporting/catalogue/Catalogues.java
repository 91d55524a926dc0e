package kz.qadam.reporting.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Catalogues as they were known at batches: read once for each change, since what was known at a batch never changes. */
@ApplicationScoped
public class Catalogues {

    /**
     * What is known ends only where something newer begins: so the newest beginning says which catalogue it is. An
     * evaluation begins with its event; what follows from it may arrive later.
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

    /** As known at this batch. */
    public Catalogue at(Handle database, long batch) {
        long changed = database.createQuery(CHANGED)
                .bind("batch", batch)
                .mapTo(Long.class)
                .one();
        return known.get(changed, number -> Catalogue.at(database, number));
    }
}
