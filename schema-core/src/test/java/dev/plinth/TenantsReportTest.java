package dev.plinth;

import static dev.plinth.dsl.SchemaDsl.schema;
import static dev.plinth.dsl.SchemaDsl.table;
import static dev.plinth.dsl.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.diff.Change.CreateNamespace;
import dev.plinth.json.Fingerprint;
import dev.plinth.json.TenantsJson;
import dev.plinth.model.Schema;
import dev.plinth.text.TenantsText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantsReportTest {

    private static final Schema SCHEMA = schema("shop", table("t", t -> t.column("id", integer())));

    private static final TenantsReport REPORT = new TenantsReport(
            SCHEMA,
            TenantsReport.Verb.APPLY,
            List.of(report("shared", List.of(), 7)),
            List.of(
                    new TenantReport("a", report("namespace a", List.of(step("a", Step.Status.DONE, "")), 12)),
                    new TenantReport("b", report("namespace b", List.of(step("b", Step.Status.PENDING, "no time")), 3)),
                    new TenantReport("c", StoreReport.failed("postgres", "no way", Duration.ofMillis(40)))),
            List.of("a note"),
            Duration.ofMillis(90));

    private static StoreReport report(String target, List<Step> steps, long millis) {
        return new StoreReport(
                "postgres", target, steps, List.of(), List.of(), List.of(), Duration.ofMillis(millis));
    }

    private static Step step(String namespace, Step.Status status, String detail) {
        return Step.planned(new CreateNamespace(namespace), "", List.of(), List.of()).with(status, detail);
    }

    @Test
    void countsTenantsByFindingTheGravestFirst() {
        assertThat(REPORT.counts()).isEqualTo(Map.of(Finding.FAILED, 1L, Finding.PENDING, 1L));
        assertThat(REPORT.exitCode()).isEqualTo(1);
        assertThat(REPORT.created()).isEqualTo(1);
        assertThat(REPORT.byGravity()).extracting(TenantReport::tenant).containsExactly("c", "b", "a");
        assertThat(REPORT.slowest(2)).extracting(TenantReport::tenant).containsExactly("c", "a");
    }

    @Test
    void throwsOnlyWhatItIsToldTo() {
        TenantsReport pending = new TenantsReport(
                SCHEMA, REPORT.verb(), REPORT.shared(), REPORT.tenants().subList(0, 2), List.of(), Duration.ZERO);
        assertThat(pending.orThrow()).isSameAs(pending);
        assertThatThrownBy(() -> pending.orThrow(Finding.PENDING))
                .isInstanceOf(ApplyException.class)
                .hasMessage("schema \"shop\": 1 of 2 tenants have what must not be; tenant b: namespace b: no time");
    }

    @Test
    void saysItAsJson() {
        assertThat(TenantsJson.toJson(REPORT)).isEqualTo("""
                {
                  "verb": "APPLY",
                  "schema": "shop",
                  "fingerprint": "%s",
                  "exitCode": 1,
                  "findings": [ "FAILED", "PENDING" ],
                  "counts": {
                    "tenants": 3,
                    "complete": 1,
                    "created": 1,
                    "findings": [
                      { "finding": "FAILED", "tenants": 1 },
                      { "finding": "PENDING", "tenants": 1 }
                    ]
                  },
                  "slowest": [
                    { "tenant": "c", "durationMillis": 40 },
                    { "tenant": "a", "durationMillis": 12 },
                    { "tenant": "b", "durationMillis": 3 }
                  ],
                  "shared": [
                    { "store": "postgres", "target": "shared", "durationMillis": 7 }
                  ],
                  "tenants": [
                    {
                      "tenant": "c",
                      "findings": [ "FAILED" ],
                      "created": 0,
                      "durationMillis": 40,
                      "report": { "store": "postgres", "failures": [ "no way" ], "durationMillis": 40 }
                    },
                    {
                      "tenant": "b",
                      "findings": [ "PENDING" ],
                      "created": 0,
                      "durationMillis": 3,
                      "report": {
                        "store": "postgres",
                        "target": "namespace b",
                        "steps": [
                          {
                            "kind": "createNamespace",
                            "subject": { "kind": "NAMESPACE", "name": "b" },
                            "status": "PENDING",
                            "detail": "no time"
                          }
                        ],
                        "durationMillis": 3
                      }
                    },
                    { "tenant": "a", "created": 1, "durationMillis": 12 }
                  ],
                  "notes": [ "a note" ],
                  "durationMillis": 90
                }
                """.formatted(Fingerprint.of(SCHEMA)));
    }

    @Test
    void saysItForPeople() {
        assertThat(TenantsText.of(REPORT)).isEqualTo("""
                Applied schema "shop" for 3 tenants: 1 created, 1 complete, 1 FAILED, 1 PENDING, 90 ms
                  FAILED c: no way
                  PENDING b: namespace b: no time
                slowest: c 40 ms a 12 ms b 3 ms
                note: a note
                """);
    }
}
