package dev.plinth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of a schema and its problems. Missing and unexpected problems fail alike. */
class SchemaRulesTest {

    static List<Pair> pairs() {
        return Stream.of(
                NamePairs.pairs(),
                ColumnPairs.pairs(),
                KeyPairs.pairs(),
                IndexPairs.pairs(),
                TriggerPairs.pairs(),
                TriggerClausePairs.pairs(),
                RoutinePairs.pairs(),
                AggregatePairs.pairs(),
                ObjectPairs.pairs(),
                TablePairs.pairs(),
                SecurityPairs.pairs(),
                StatisticsPairs.pairs(),
                TextSearchPairs.pairs(),
                ViewPairs.pairs(),
                DynamoKeyPairs.pairs(),
                DynamoIndexPairs.pairs(),
                DynamoLocalPairs.pairs(),
                DynamoVectorPairs.pairs(),
                DynamoCapacityPairs.pairs(),
                DynamoSettingsPairs.pairs(),
                DynamoReplicaPairs.pairs())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aBadSchemaHasExactlyTheseProblems(Pair pair) {
        assertThat(Pair.problems(pair.bad()))
                .extracting(it -> it.severity() + " " + it.subject() + " " + it.rule())
                .containsExactlyElementsOf(pair.expected());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSchemaJustInsideTheLimitHasNoProblem(Pair pair) {
        assertThat(Pair.problems(pair.inside())).isEmpty();
    }

    @Test
    void everyRuleFindsSomething() {
        Set<String> found = pairs().stream()
                .flatMap(it -> Pair.problems(it.bad()).stream())
                .map(Problem::rule)
                .collect(Collectors.toSet());
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        SchemaRules.all().stream().map(Rule::id).toList());
    }

    @Test
    void everyProblemOfDynamoDbNamesThePageOfItsLimit() {
        Stream<Problem> problems = Stream.of(
                DynamoKeyPairs.pairs(),
                DynamoIndexPairs.pairs(),
                DynamoLocalPairs.pairs(),
                DynamoVectorPairs.pairs(),
                DynamoCapacityPairs.pairs(),
                DynamoSettingsPairs.pairs(),
                DynamoReplicaPairs.pairs())
                .flatMap(List::stream)
                .flatMap(it -> Pair.problems(it.bad()).stream());
        assertThat(problems).allSatisfy(it -> assertThat(it.page().orElse(""))
                .startsWith("https://docs.aws.amazon.com/amazondynamodb/latest/")
                .endsWith(".html"));
    }

    @Test
    void everyProblemIsWordedAsInTheGoldenFile() {
        String actual = pairs().stream()
                .map(pair -> "# " + pair.title() + "\n"
                        + Pair.problems(pair.bad()).stream()
                                .map(it -> it.line() + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        Snapshot.in(Path.of("src/test/snapshots/rules")).file("problems.txt", actual).verify();
    }

    @Test
    void theRulesOfAnEmptySchemaFindNothing() {
        assertThat(Pair.problems(Pair::schema)).isEmpty();
    }
}
