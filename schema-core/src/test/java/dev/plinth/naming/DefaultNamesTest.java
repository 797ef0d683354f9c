package dev.plinth.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.QualifiedName;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every expected name was read from the catalog of PostgreSQL 15.18 after a CREATE TABLE or CREATE INDEX without name. */
class DefaultNamesTest {

    private static final Set<String> NONE = Set.of();
    private static final String LONG_TABLE = "a_table_name_of_forty_four_characters_abcdefg";
    private static final String LONG_COLUMN = "a_column_name_of_forty_four_characters_abcdef";
    private static final String FULL_TABLE = "t23456789012345678901234567890123456789012345678901234567890123";
    private static final String GERMAN_TABLE = "größenübersichtstabelle_für_äußerst_öde_übungen";
    private static final String GERMAN_COLUMN = "schlüsselwörter_mit_ümläuten_überall_größe";
    private static final String CHINESE_TABLE = "表".repeat(21);
    private static final String CHINESE_COLUMN = "列".repeat(21);

    @Test
    void shortNamesAreJoinedWithTheirLabel() {
        assertThat(DefaultNames.primaryKey("parents", NONE)).isEqualTo("parents_pkey");
        assertThat(DefaultNames.unique("parents", List.of("a", "b"), NONE)).isEqualTo("parents_a_b_key");
        assertThat(DefaultNames.check("c", "a", NONE)).isEqualTo("c_a_check");
        assertThat(DefaultNames.foreignKey("c", List.of("a", "b"), NONE)).isEqualTo("c_a_b_fkey");
        assertThat(DefaultNames.index("c", List.of("a", "b"), NONE)).isEqualTo("c_a_b_idx");
    }

    @Test
    void aNotNullHasANameThatPostgresChoseOrAnother() {
        String cut = "a_table_name_of_forty_four__a_column_name_of_forty_fou_not_null";
        assertThat(DefaultNames.isNotNull("c", "a", "c_a_not_null")).isTrue();
        assertThat(DefaultNames.isNotNull("c", "a", "c_a_not_null12")).isTrue();
        assertThat(DefaultNames.isNotNull(LONG_TABLE, LONG_COLUMN, cut)).isTrue();
        assertThat(DefaultNames.isNotNull("c", "a", "c_b_not_null")).isFalse();
        assertThat(DefaultNames.isNotNull("c", "a", "c_a_not_null_")).isFalse();
        assertThat(DefaultNames.isNotNull("c", "a", "has_a")).isFalse();
    }

    @Test
    void bothPartsOfALongNameAreCut() {
        assertThat(DefaultNames.check(LONG_TABLE, LONG_COLUMN, NONE))
                .isEqualTo("a_table_name_of_forty_four_c_a_column_name_of_forty_four__check");
        assertThat(DefaultNames.unique(LONG_TABLE, List.of(LONG_COLUMN), NONE))
                .isEqualTo("a_table_name_of_forty_four_ch_a_column_name_of_forty_four_c_key");
        assertThat(DefaultNames.foreignKey(LONG_TABLE, List.of(LONG_COLUMN), NONE))
                .isEqualTo("a_table_name_of_forty_four_ch_a_column_name_of_forty_four__fkey");
        assertThat(DefaultNames.index(LONG_TABLE, List.of(LONG_COLUMN), NONE))
                .isEqualTo("a_table_name_of_forty_four_ch_a_column_name_of_forty_four_c_idx");
    }

    @Test
    void onlyTheLongerPartIsCutWhereThatIsEnough() {
        assertThat(DefaultNames.primaryKey(FULL_TABLE, NONE))
                .isEqualTo("t234567890123456789012345678901234567890123456789012345678_pkey");
        assertThat(DefaultNames.unique(FULL_TABLE, List.of("c"), NONE))
                .isEqualTo("t23456789012345678901234567890123456789012345678901234567_c_key");
        assertThat(DefaultNames.check(FULL_TABLE, "c", NONE))
                .isEqualTo("t234567890123456789012345678901234567890123456789012345_c_check");
        assertThat(DefaultNames.foreignKey(FULL_TABLE, List.of("c"), NONE))
                .isEqualTo("t2345678901234567890123456789012345678901234567890123456_c_fkey");
    }

    @Test
    void theColumnsOfALongKeyAreCutTogether() {
        List<String> columns =
                List.of("first_long_column_name", "second_long_column_name", "third_long_column_name", "fourth");
        assertThat(DefaultNames.unique("s", columns, NONE))
                .isEqualTo("s_first_long_column_name_second_long_column_name_third_long_key");
        assertThat(DefaultNames.index("s", columns, NONE))
                .isEqualTo("s_first_long_column_name_second_long_column_name_third_long_idx");
    }

    @Test
    void lengthsAreBytesAndCharactersStayWhole() {
        assertThat(DefaultNames.primaryKey(GERMAN_TABLE, NONE))
                .isEqualTo("größenübersichtstabelle_für_äußerst_öde_übungen_pkey");
        assertThat(DefaultNames.check(GERMAN_TABLE, GERMAN_COLUMN, NONE))
                .isEqualTo("größenübersichtstabelle_f_schlüsselwörter_mit_ümlä_check");
        assertThat(DefaultNames.unique(GERMAN_TABLE, List.of(GERMAN_COLUMN), NONE))
                .isEqualTo("größenübersichtstabelle_f_schlüsselwörter_mit_ümläu_key");
        assertThat(DefaultNames.primaryKey(CHINESE_TABLE, NONE)).isEqualTo("表".repeat(19) + "_pkey");
        assertThat(DefaultNames.check(CHINESE_TABLE, CHINESE_COLUMN, NONE))
                .isEqualTo("表".repeat(9) + "_" + "列".repeat(9) + "_check");
        assertThat(DefaultNames.index(CHINESE_TABLE, List.of(CHINESE_COLUMN), NONE))
                .isEqualTo("表".repeat(9) + "_" + "列".repeat(9) + "_idx");
    }

    @Test
    void charactersOutsideTheBasicPlaneStayWholeToo() {
        assertThat(DefaultNames.primaryKey("😀".repeat(15), NONE)).isEqualTo("😀".repeat(14) + "_pkey");
        assertThat(DefaultNames.unique("😀".repeat(15), List.of("😎".repeat(10)), NONE))
                .isEqualTo("😀".repeat(7) + "_" + "😎".repeat(7) + "_key");
        assertThat(DefaultNames.unique("x" + "😀".repeat(12), List.of("y" + "😎".repeat(10)), NONE))
                .isEqualTo("x" + "😀".repeat(7) + "_y" + "😎".repeat(7) + "_key");
    }

    @Test
    void aNameThatIsTakenGetsADigit() {
        assertThat(DefaultNames.check("c", "a", Set.of("c_a_check"))).isEqualTo("c_a_check1");
        assertThat(DefaultNames.unique("c", List.of("a", "b"), Set.of("c_a_b_key"))).isEqualTo("c_a_b_key1");
        assertThat(DefaultNames.foreignKey("c", List.of("a"), Set.of("c_a_fkey"))).isEqualTo("c_a_fkey1");
        assertThat(DefaultNames.index("c", List.of("a"), Set.of("c_a_idx", "c_a_idx1")))
                .isEqualTo("c_a_idx2");
    }

    @Test
    void aNameInsideAnIndexThatOccursAgainGetsADigit() {
        assertThat(DefaultNames.index("f", List.of("a", "a", "a"), NONE)).isEqualTo("f_a_a1_a2_idx");
        assertThat(DefaultNames.index("f", List.of("lower", "lower", "lower"), NONE))
                .isEqualTo("f_lower_lower1_lower2_idx");
        assertThat(DefaultNames.index("f", List.of("lower", "expr", "expr"), NONE))
                .isEqualTo("f_lower_expr_expr1_idx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                    "lower(a) => lower",
                    "(lower(a)) => lower",
                    "UPPER(a) => upper",
                    "pg_catalog.lower(a) => lower",
                    "\"left\"(a, 1) => left",
                    "Lower(\"Mixed\") => lower",
                    "lower('x(') => lower",
                    "coalesce(a, b) => coalesce",
                    "nullif(a, b) => nullif",
                    "greatest(a, b) => greatest",
                    "extract(year from ts) => extract",
                    "date_part('year', ts) => date_part",
                    "substring(a from 1 for 2) => substring",
                    "position('x' in a) => position",
                    "trim(a) => btrim",
                    "trim(both 'x' from a) => btrim",
                    "trim(leading from a) => ltrim",
                    "trim(trailing from a) => rtrim",
                    "a => a",
                    "f.a => a",
                    "a::varchar(10) => a",
                    "lower(a)::varchar => lower",
                    "cast(a as varchar) => a",
                    "(j->>'x')::int => int4",
                    "(j->>'x')::integer[] => int4",
                    "(j->>'x')::double precision => float8",
                    "(j->>'x')::character varying(3) => varchar",
                    "(j->>'x')::int::text => text",
                    "'x'::text => text",
                    "a || b => expr",
                    "a || b::text => expr",
                    "j->>'x' => expr",
                    "lower(a) || lower(b) => expr",
            })
    void anExpressionIsNamedAsPostgresNamesIt(String expression, String name) {
        assertThat(DefaultNames.indexKey(expression)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {58, 59, 60, 63})
    void noNameIsLongerThanAnIdentifier(int length) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            String name = DefaultNames.primaryKey("é".repeat(length / 2) + "x".repeat(length % 2), taken);
            assertThat(Identifiers.length(name)).isLessThanOrEqualTo(Identifiers.MAX_BYTES);
            assertThat(taken.add(name)).isTrue();
        }
    }

    @Test
    void truncationKeepsWhatFits() {
        List<String> names = Arrays.asList("x".repeat(63), "x".repeat(64), "é".repeat(32), "x" + "é".repeat(31));
        assertThat(names.stream().map(Identifiers::truncate))
                .containsExactly("x".repeat(63), "x".repeat(63), "é".repeat(31), "x" + "é".repeat(31));
    }

    @Test
    void aTextMayBeLong() {
        String letters = "x".repeat(100_000);
        assertThat(ExpressionNames.of("\"" + letters + "\"")).isEqualTo(letters);
        assertThat(ExpressionNames.of("'" + letters + "'::text")).isEqualTo("text");
        assertThat(QualifiedNames.sequenceOf("nextval('\"" + letters + "\".\"" + letters + "\"'::regclass)"))
                .contains(new QualifiedName(letters, letters));
    }
}
