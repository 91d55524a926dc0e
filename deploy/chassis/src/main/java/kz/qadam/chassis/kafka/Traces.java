package kz.qadam.chassis.kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Carries traces through the database and Kafka: the span of an intake links to the requests that caused its events.
 */
@ApplicationScoped
public class Traces {

    private static final int MOST_LINKS = 32;
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

    /** The traceparent of the current span, to be stored with its events; null without a trace. */
    public static String current() {
        if (!Span.current().getSpanContext().isValid()) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get("traceparent");
    }

    /** A span for one poll; the caller must end it. */
    Span intake(ConsumerRecords<byte[], byte[]> records) {
        SpanBuilder builder = telemetry.getTracer("qadam").spanBuilder("intake").setSpanKind(SpanKind.CONSUMER);
        int links = 0;
        for (ConsumerRecord<byte[], byte[]> one : records) {
            if (one.headers().lastHeader("traceparent") == null) {
                continue;
            }
            Context context = W3CTraceContextPropagator.getInstance().extract(Context.root(), one.headers(), HEADERS);
            SpanContext cause = Span.fromContext(context).getSpanContext();
            if (cause.isValid() && links++ < MOST_LINKS) {
                builder.addLink(cause);
            }
        }
        return builder.setAttribute("messaging.batch.message_count", (long) records.count())
                .startSpan();
    }
}
