package kz.qadam.chassis.http.list;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import kz.qadam.chassis.http.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Which page of a list that is ordered by last change a request asks for, as a {@code @BeanParam}. */
public class PageQuery {

    @RestQuery
    @Parameter(description = "How many, 1 to 1000; 100 if left out.")
    Integer limit;

    @RestQuery
    @Parameter(description = "Where an earlier page ended.")
    String cursor;

    @Context
    UriInfo uri;

    /**
     * Where the page begins, and how long it may be.
     *
     * @throws Problem 400 for a number of rows that is out of range, or a text that is no cursor
     */
    public PageStart start() {
        return new PageStart(Cursor.parse(cursor), Page.limit(limit));
    }

    /** A page that begins at {@link #start}, with its {@code Link: rel="next"}. */
    public <T> RestResponse<Page<T>> answer(Page<T> page) {
        return page.at(uri);
    }

    /**
     * The page, with its {@code Link: rel="next"}.
     *
     * @param rows reads those that follow, in the order of (change, id)
     * @throws Problem as {@link #start}
     */
    public <T> RestResponse<Page<T>> answer(Function<PageStart, List<ListedRow<T>>> rows) {
        PageStart start = start();
        return answer(Page.of(rows.apply(start), start.after(), start.limit()));
    }
}
