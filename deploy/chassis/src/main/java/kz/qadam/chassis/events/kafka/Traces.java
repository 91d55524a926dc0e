package kz.qadam.chassis.events.kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Carries traces through the database and Kafka. A poll has a span of its own, with links to the requests that caused its
 * events; and each of these requests has a span of the poll in its own trace, so that its trace shows every service that
 * its events have reached.
 */
@ApplicationScoped
public class Traces {

    /** Of one poll. */
    private static final int MOST_CAUSES = 32;

    private static final TextMapGetter<Headers> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of("traceparent");
        }

        @Override
        public String get(Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    };

    private final OpenTelemetry telemetry;

    Traces(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** The traceparent of the current span, to be stored with its events; null without a trace that is recorded. */
    public static String current() {
        if (!Span.current().getSpanContext().isSampled()) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get("traceparent");
    }

    /** The spans of one poll; the caller must end them. */
    PollSpans intake(ConsumerRecords<byte[], byte[]> records) {
        Set<SpanContext> causes = causes(records);
        Tracer tracer = telemetry.getTracer("qadam");
        SpanBuilder builder = tracer.spanBuilder("intake").setSpanKind(SpanKind.CONSUMER);
        causes.forEach(builder::addLink);
        Span poll = builder.setAttribute("messaging.batch.message_count", (long) records.count())
                .startSpan();
        List<Span> spans = new ArrayList<>(List.of(poll));
        for (SpanContext cause : causes) {
            spans.add(tracer.spanBuilder("take in")
                    .setSpanKind(SpanKind.CONSUMER)
                    .setParent(Context.root().with(Span.wrap(cause)))
                    .addLink(poll.getSpanContext())
                    .startSpan());
        }
        return new PollSpans(spans);
    }

    /** The requests behind the events whose traces are recorded. */
    private static Set<SpanContext> causes(ConsumerRecords<byte[], byte[]> records) {
        Set<SpanContext> causes = new LinkedHashSet<>();
        for (ConsumerRecord<byte[], byte[]> one : records) {
            if (causes.size() == MOST_CAUSES) {
                break;
            }
            if (one.headers().lastHeader("traceparent") != null) {
                Context context =
                        W3CTraceContextPropagator.getInstance().extract(Context.root(), one.headers(), HEADERS);
                SpanContext cause = Span.fromContext(context).getSpanContext();
                if (cause.isSampled()) {
                    causes.add(cause);
                }
            }
        }
        return causes;
    }

    /** The span of a poll, and one in the trace of each of its causes. */
    record PollSpans(List<Span> spans) {

        void end() {
            spans.forEach(Span::end);
        }
    }
}
