package dev.plinth.examples.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ApplyException;
import dev.plinth.SchemaInitializer;
import dev.plinth.model.Schema;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All spans, whole, beside what was applied: children below their parents, attributes in the order of their names. */
class OpenTelemetryListenerTest {

    private final Shop shop = new Shop();
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final SdkTracerProvider provider =
            SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    private final Tracer tracer = provider.get("dev.plinth");

    @AfterEach
    void close() {
        provider.close();
    }

    private SchemaInitializer initializer(Schema schema) {
        return SchemaInitializer.of(schema).with(shop.stores()).listener(new OpenTelemetryListener(tracer));
    }

    @Test
    void aRunHasItsStoresAndTheyHaveTheirWork() {
        initializer(Shop.SCHEMA).apply();

        assertThat(spans()).isEqualTo("""
                plinth APPLY
                  plinth.exit_code = 0
                  plinth.schema = shop
                  plinth postgres
                    plinth work
                      db.query.text = CREATE TABLE "public"."customers" ( "id" bigint NOT NULL, "email" text, \
                CONSTRAINT "customers_pkey" PRIMARY KEY ("id"), CONSTRAINT "customers_email_key" UNIQUE ("email") )
                      db.system.name = postgresql
                      plinth.outcome = DONE
                      plinth.steps = [table customers]
                  plinth dynamodb
                    plinth work
                      db.query.text = { "AttributeDefinitions": [ { "AttributeName": "customer", \
                "AttributeType": "S" } ], "TableName": "Carts", "KeySchema": [ { "AttributeName": "customer", \
                "KeyType": "HASH" } ], "BillingMode": "PAY_PER_REQUEST" }
                      db.system.name = aws.dynamodb
                      plinth.outcome = ACCEPTED
                      plinth.steps = [DynamoDB table Carts]
                """);
    }

    @Test
    void aRefusalIsAnErrorOfTheWorkTheStoreAndTheRun() {
        assertThatThrownBy(initializer(Shop.WRONG)::apply).isInstanceOf(ApplyException.class);

        String refusal = "table customers: function no_such_function(bigint) does not exist (SQLSTATE 42883)";
        String statement =
                "CREATE TABLE \"public\".\"customers\" ( \"id\" bigint NOT NULL, CONSTRAINT \"customers_pkey\""
                        + " PRIMARY KEY (\"id\"), CONSTRAINT \"customers_id_check\" CHECK (no_such_function(id)) )";
        assertThat(spans()).isEqualTo("""
                plinth APPLY failed: REFUSAL; the statement was: STATEMENT
                  plinth.exit_code = 1
                  plinth.schema = wrong
                  plinth postgres failed: REFUSAL; the statement was: STATEMENT
                    event retry: function no_such_function(bigint) does not exist (SQLSTATE 42883)
                    plinth work
                      db.query.text = STATEMENT
                      db.system.name = postgresql
                      plinth.outcome = UNDONE
                      plinth.steps = [table customers]
                    plinth work failed: REFUSAL
                      db.query.text = STATEMENT
                      db.system.name = postgresql
                      plinth.outcome = FAILED
                      plinth.steps = [table customers]
                """.replace("REFUSAL", refusal).replace("STATEMENT", statement));
    }

    @Test
    void aRunThatChangesNothingHasNoWorkAndIsPartOfTheCurrentSpan() {
        initializer(Shop.SCHEMA).apply();
        exporter.reset();
        Span start = tracer.spanBuilder("start of the service").startSpan();

        Runnable inside = () -> initializer(Shop.SCHEMA).apply();
        Context.current().with(start).wrap(inside).run();
        start.end();

        assertThat(spans()).isEqualTo("""
                start of the service
                  plinth APPLY
                    plinth.exit_code = 0
                    plinth.schema = shop
                    plinth postgres
                    plinth dynamodb
                """);
    }

    private String spans() {
        StringBuilder text = new StringBuilder();
        children("0000000000000000", "", text);
        return text.toString();
    }

    private void children(String parent, String indent, StringBuilder text) {
        List<SpanData> children = exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getParentSpanId().equals(parent))
                .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos)).toList();
        for (SpanData span : children) {
            boolean failed = span.getStatus().getStatusCode() == StatusCode.ERROR;
            text.append(indent).append(span.getName())
                    .append(failed ? " failed: " + oneLine(span.getStatus().getDescription()) : "").append('\n');
            span.getAttributes().asMap().entrySet().stream().map(OpenTelemetryListenerTest::line).sorted()
                    .forEach(line -> text.append(indent).append("  ").append(line).append('\n'));
            span.getEvents().forEach(event -> event.getAttributes().forEach((key, reason) -> text.append(indent)
                    .append("  event ").append(event.getName()).append(": ").append(reason).append('\n')));
            children(span.getSpanId(), indent + "  ", text);
        }
    }

    private static String line(Map.Entry<AttributeKey<?>, Object> attribute) {
        return attribute.getKey().getKey() + " = " + oneLine(attribute.getValue());
    }

    private static String oneLine(Object text) {
        return String.valueOf(text).strip().replaceAll("\\s+", " ");
    }
}
