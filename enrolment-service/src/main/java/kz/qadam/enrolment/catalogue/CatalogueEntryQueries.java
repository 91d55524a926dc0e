package kz.qadam.enrolment.catalogue;

import com.fasterxml.uuid.Generators;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.list.ChangeOrder;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.version.Precondition;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Answers requests about all entries of one kind. */
final class CatalogueEntryQueries<V, E extends ListedCatalogueEntry<V>> {

    private static final String FIND = """
            from %1$s
             where code > :after
               and (lower(code) like :like escape '!' or lower(%2$s.kk) like :like escape '!'
                    or lower(%2$s.ru) like :like escape '!' or lower(%2$s.en) like :like escape '!')
             order by code
            """;

    private final Class<E> type;
    private final Supplier<E> blank;
    private final String kind;
    private final CatalogueTransaction transaction;

    /** @param blank makes a new entry without content */
    CatalogueEntryQueries(Class<E> type, Supplier<E> blank, CatalogueTransaction transaction) {
        this.type = type;
        this.blank = blank;
        this.kind = blank.get().subjectKind();
        this.transaction = transaction;
    }

    RestResponse<Page<V>> page(PageQuery page) {
        return page.answer(ChangeOrder.page(type, kind, ListedCatalogueEntry::view, page.start()));
    }

    /** @throws Problem 404 if there is none */
    RestResponse<V> one(String code) {
        return tagged(Status.OK, require(code));
    }

    /** @throws Problem 404 if there is none */
    E require(String code) {
        E entry = Panache.getSession().find(type, code);
        if (entry == null) {
            throw Problem.unknownCode(kind, code);
        }
        return entry;
    }

    /**
     * Some in the order of their codes, with those letters in their code or name.
     *
     * @param text null or blank: all
     * @param after a code; null: from the first one
     */
    List<V> find(String text, String after, int most) {
        String like =
                text == null ? "%" : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([%_!])", "!$1") + "%";
        return Panache.getSession()
                .createSelectionQuery(
                        FIND.formatted(type.getSimpleName(), blank.get().nameMember()), type)
                .setParameter("like", like)
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(most)
                .getResultStream()
                .map(ListedCatalogueEntry::view)
                .toList();
    }

    /**
     * Creates an entry that does not exist; replaces one whose content differs, if If-Match names its version.
     *
     * @param read reads the item, whose fields collect the faults
     */
    RestResponse<V> put(String code, Item body, Function<ItemFields, V> read, String ifMatch) {
        CodeRules.check(code);
        CodeRules.matchPath(body.fields(), code);
        V wanted = read.apply(body.fields());
        body.fields().throwProblem();
        var precondition = new Precondition(ifMatch);
        return transaction.run(now -> {
            // An enrolment takes a shared lock on the row of its course, so it waits until a change has ended.
            E known = Panache.getSession().find(type, code, LockModeType.PESSIMISTIC_WRITE);
            if (known == null) {
                precondition.requireAbsent();
                E created = create(code, wanted, now);
                transaction.publish(created);
                return tagged(Status.CREATED, created);
            }
            precondition.requirePresent();
            if (!known.hasSameContent(wanted)) {
                precondition.requireMatch(known.version);
                replace(known, wanted, now);
                transaction.publish(known);
            }
            return tagged(Status.OK, known);
        });
    }

    /** All, in the order of their codes. */
    List<E> all() {
        return Panache.getSession()
                .createSelectionQuery("from %s order by code".formatted(type.getSimpleName()), type)
                .getResultList();
    }

    /** Those of these codes that exist, locked in one order, so that two files do not wait for each other. */
    Map<String, E> lock(Collection<String> codes) {
        return Panache.getSession()
                .createSelectionQuery(
                        "from %s where code in :codes order by code".formatted(type.getSimpleName()), type)
                .setParameter("codes", codes)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(entry -> entry.code, Function.identity()));
    }

    /** A new entry. Its publication is left to the caller. */
    E create(String code, V wanted, Instant now) {
        E entry = blank.get();
        entry.code = code;
        entry.id = Generators.timeBasedEpochGenerator().generate();
        entry.replaceWith(wanted);
        entry.startVersion(now);
        entry.persist();
        return entry;
    }

    /** Starts the next version of an entry. Its publication is left to the caller. */
    void replace(E entry, V wanted, Instant now) {
        entry.replaceWith(wanted);
        entry.startVersion(now);
    }

    private RestResponse<V> tagged(Status status, E entry) {
        return Precondition.tagged(status, entry.version, entry.view());
    }
}
