package kz.qadam.chassis.http.list;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.qadam.chassis.http.problem.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A page of a list that is ordered by last change.
 *
 * @param cursor where the next page begins; the last page has one too, which later returns the changes since
 */
public record Page<T>(
        List<T> items, String cursor, @JsonIgnore boolean more) {

    public static final int USUAL = 100;
    public static final int MOST = 1000;

    /** Checks a requested page size. */
    public static int limit(Integer wanted) {
        if (wanted == null) {
            return USUAL;
        }
        if (wanted < 1 || wanted > MOST) {
            throw Problem.badParameter("limit", "range", "limit", 1, MOST);
        }
        return wanted;
    }

    /**
     * A page of rows. A transaction may commit after a later one was listed. So the last page's cursor never passes the
     * oldest transaction that was still open: a row may be listed twice, but none is missed.
     *
     * @param rows at most {@code limit} rows after {@code from}, in the order of (change, id)
     */
    public static <T> Page<T> of(List<ListedRow<T>> rows, Cursor from, int limit) {
        Cursor to = from;
        if (!rows.isEmpty()) {
            ListedRow<T> last = rows.get(rows.size() - 1);
            to = from.onTo(last.change(), last.id(), last.horizon());
        }
        boolean more = rows.size() == limit;
        return new Page<>(rows.stream().map(ListedRow::item).toList(), (more ? to : to.end()).toString(), more);
    }

    /** The page with its {@code Link: rel="next"}. */
    public RestResponse<Page<T>> at(UriInfo uri) {
        ResponseBuilder<Page<T>> answer = ResponseBuilder.ok(this);
        if (more) {
            answer.header("Link", NextPage.link(uri, cursor));
        }
        return answer.build();
    }
}
