package kz.qadam.enrolment.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import kz.qadam.chassis.http.list.ChangeOrder;

/**
 * An entry that the office creates and replaces as a whole, and that is listed in the order of last change.
 *
 * @param <V> the view, in an answer and in the body of a request
 */
@MappedSuperclass
abstract class ListedCatalogueEntry<V> extends CatalogueEntry implements ChangeOrder.Changed {

    /** Used only to order the list. */
    @Column(updatable = false)
    public UUID id;

    @Column(insertable = false, updatable = false, columnDefinition = "xid8")
    public long changed;

    abstract V view();

    /** The member that has its name in each language. */
    abstract String nameMember();

    /** Takes over the content of a request. */
    abstract void replaceWith(V wanted);

    boolean hasSameContent(V wanted) {
        return view().equals(wanted);
    }

    @Override
    public long changed() {
        return changed;
    }

    @Override
    public UUID id() {
        return id;
    }
}
