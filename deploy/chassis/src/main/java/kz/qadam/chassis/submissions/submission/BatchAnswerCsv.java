package kz.qadam.chassis.submissions.submission;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.NextTableLayout;
import kz.qadam.chassis.http.table.PlainCsv;
import kz.qadam.chassis.http.table.ResultCsv;

/**
 * Writes the answer as a table: the rows as they were sent, with their verdicts in further columns, for people who
 * correct a file and send it again. Of a table without references it is the table that follows: see {@link
 * NextTableLayout}.
 */
@Provider
@Produces(Batch.CSV)
public class BatchAnswerCsv implements MessageBodyWriter<BatchAnswer> {

    private static final List<String> NOTES = List.of("_line", "_status", "_error", "_id");

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return BatchAnswer.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            BatchAnswer answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        Item first = answer.items().get(0);
        var following = first.columns().following(first.layout());
        if (following.isPresent() && !answer.dryRun()) {
            writeFollowing(answer, following.get(), first.layout(), body);
            return;
        }
        List<String> columns = Stream.concat(
                        NOTES.stream(), answer.columns().stream().map("_"::concat))
                .toList();
        try (var csv = new ResultCsv(body, first.layout(), first.columns(), columns)) {
            for (Item item : answer.items()) {
                ItemVerdict verdict = answer.results().get(item.index());
                Stream<String> members = answer.columns().stream()
                        .map(name -> Objects.toString(verdict.details().get(name), ""));
                csv.write(
                        item.row(),
                        Stream.concat(notes(verdict).stream(), members).toList());
            }
        }
    }

    private static void writeFollowing(BatchAnswer answer, NextTableLayout following, Layout layout, OutputStream body)
            throws IOException {
        try (var csv = new PlainCsv(body, layout.separator())) {
            csv.write(following.header(layout, NOTES));
            for (Item item : answer.items()) {
                ItemVerdict verdict = answer.results().get(item.index());
                String reference = verdict.id() == null ? "" : verdict.reference();
                csv.write(following.cells(layout, item.row(), reference, NOTES, notes(verdict)));
            }
        }
    }

    private static List<String> notes(ItemVerdict verdict) {
        return List.of(
                Objects.toString(verdict.line(), ""),
                verdict.status(),
                verdict.problem() == null ? "" : verdict.problem().sentence(),
                Objects.toString(verdict.id(), ""));
    }
}
