package dev.plinth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Report;
import dev.plinth.SchemaInitializer;
import dev.plinth.Step;
import dev.plinth.diff.Drift;
import dev.plinth.json.SchemaJson;
import dev.plinth.model.Schema;
import dev.plinth.postgres.testing.PostgresServers;
import dev.plinth.postgres.testing.Respelled;
import dev.plinth.postgres.testing.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Seeded random schemas: what an apply makes comes back from an inspection of the whole database, that makes the same again,
 * and whatever is taken away comes back. {@code -Dplinth.schemas=500} runs more than the usual few.
 */
class RandomSchemasTest {

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("plinth.schemas", RandomSchema.USUAL));
    }

    /** Other schemas than those of a single database. */
    static LongStream seedsOfTenants() {
        int count =
                Math.max(RandomSchema.USUAL_OF_TENANTS, Integer.getInteger("plinth.schemas", RandomSchema.USUAL) / 5);
        return LongStream.range(RandomSchema.FIRST_OF_TENANTS, RandomSchema.FIRST_OF_TENANTS + count);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSchemaComesBackFromTheDatabaseThatItMade(long seed) {
        Schema declared = RandomSchema.of(seed);
        try (TestDatabase database = PostgresServers.main().createDatabase();
                TestDatabase again = PostgresServers.main().createDatabase()) {
            apply(declared, database);
            Sameness.assertNothingDiffers(declared, database);

            InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource());

            assertThat(inspected.unrepresented()).isEmpty();
            assertThat(Sameness.of(inspected.schema())).isEqualTo(Sameness.of(declared));
            assertThat(SchemaJson.parse(SchemaJson.toJson(inspected.schema()))).isEqualTo(inspected.schema());
            Sameness.assertNothingDiffers(inspected.schema(), database);
            String expected = database.description();
            apply(inspected.schema(), again);
            assertThat(Respelled.of(again.description())).isEqualTo(Respelled.of(expected));

            List<String> removed = RandomRemoval.from(database, new Random(seed));
            apply(declared, database);
            assertThat(database.description()).as(removed.toString()).isEqualTo(expected);
            Sameness.assertNothingDiffers(declared, database);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsOfTenants")
    void aSchemaComesBackFromEachTenantThatHasIt(long seed) {
        Schema declared = RandomSchema.ofTenant(seed);
        List<String> namespaces = List.of("one", "Tenant \"2\"");
        try (TestDatabase database = PostgresServers.main().createDatabase()) {
            PostgresTenants tenants = PostgresTenants.of(declared)
                    .namespaces(database.dataSource(), namespaces)
                    .allow(GuardedAddition.GRANT, GuardedAddition.TRIGGER, GuardedAddition.RULE,
                            GuardedAddition.VIEW_DEFAULT);
            tenants.apply().orThrow();

            for (String namespace : namespaces) {
                InspectedSchema inspected = PostgresSchemas.inspect(database.dataSource(), namespace);
                assertThat(inspected.unrepresented()).isEmpty();
                assertThat(Sameness.of(inspected.schema())).isEqualTo(Sameness.of(declared.inNamespace(namespace)));
            }
            String expected = database.description();
            List<String> removed = RandomRemoval.from(database, new Random(seed));
            tenants.apply().orThrow();
            assertThat(database.description()).as(removed.toString()).isEqualTo(expected);
            assertThat(tenants.verify().isComplete()).isTrue();
        }
    }

    private static void apply(Schema schema, TestDatabase database) {
        Report report = SchemaInitializer.of(schema).with(
                PostgresStore.of(database.dataSource())
                        .allow(GuardedAddition.GRANT, GuardedAddition.TRIGGER, GuardedAddition.RULE,
                                GuardedAddition.VIEW_DEFAULT))
                .apply();
        assertThat(report.stores().getFirst().steps()).as(report.toString())
                .allMatch(step -> step.status() == Step.Status.DONE);
        assertThat(report.stores().getFirst().drift()).allMatch(it -> it.kind() == Drift.Kind.UNDECIDED);
    }
}
