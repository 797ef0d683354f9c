package dev.plinth.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.model.sql.ColumnType;
import dev.plinth.model.sql.Expression;
import dev.plinth.naming.SqlWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {

    private static final String DECLARED = "BEGIN\n    NEW.a = now();\n    RETURN NEW;\nEND;\n";

    @ParameterizedTest
    @ValueSource(strings = {
            "\n            BEGIN\n                NEW.a = now();\n                RETURN NEW;\n            END;\n            ",
            "\n            BEGIN\n            NEW.a = now();\n            RETURN NEW;\n            END;\n",
            "BEGIN  \r\n\tNEW.a = now();\t\r\n\tRETURN NEW;\r\nEND;\r\n\r\n"})
    void indentationTrailingBlanksAndOuterBlankLinesMakeNoDifference(String live) {
        assertThat(BodyText.same("plpgsql", DECLARED, live)).isTrue();
        assertThat(BodyText.same("plpgsql", live, DECLARED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "BEGIN\n    NEW.b = now();\n    RETURN NEW;\nEND;\n",
            "BEGIN\n    NEW.a = now();\n\n    RETURN NEW;\nEND;\n",
            "BEGIN\n    NEW.a  = now();\n    RETURN NEW;\nEND;\n", "BEGIN NEW.a = now(); RETURN NEW; END;"})
    void anythingElseDoes(String live) {
        assertThat(BodyText.same("plpgsql", DECLARED, live)).isFalse();
    }

    @Test
    void blanksThatMayBelongToAConstantCount() {
        assertThat(BodyText.same("plpgsql", "x := 'a\n  b';", "x := 'a\nb';")).isFalse();
        assertThat(BodyText.same("plpgsql", "x := $$a\n  b$$;", "x := $$a\nb$$;")).isFalse();
    }

    @Test
    void blanksThatMayBelongToTheSyntaxCount() {
        assertThat(BodyText.same("plpython3u", "if a:\n  b\n  c\n", "if a:\n  b\nc\n")).isFalse();
    }

    @Test
    void aTextMayBeLong() {
        String letters = "x".repeat(100_000);
        List<String> statement = List.of("SELECT E'" + letters + "', '" + letters + "', \"" + letters + "\"");
        assertThat(SqlWords.same(statement, statement)).isTrue();
        assertThat(RoutineText.same(
                new Expression.StringLiteral("y"),
                new Expression.Sql("'" + letters + "'::text"),
                new ColumnType.Native("text")))
                .isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void quotesBesideADotMeanNothingWhereTheNameNeedsNone() {
        assertThat(same("SELECT \"one\".\"f\"(a.\"user\")", "select one.f(a.user)")).isTrue();
        assertThat(same("SELECT \"user\"", "SELECT user")).isFalse();
        assertThat(same("SELECT \"One\".f()", "SELECT one.f()")).isFalse();
        assertThat(same("SELECT U&\"one\".f()", "SELECT U&one.f()")).isFalse();
    }

    @Test
    void capitalsOutsideOfQuotesMeanNothing() {
        assertThat(same("SELECT _One, Two FROM a.b", "select _one, TWO from A.B")).isTrue();
        assertThat(SqlWords.names("_One \"_Two\" '_Three' -- four"))
                .containsExactlyInAnyOrder("_one", "_Two", "'_Three'");
    }

    @Test
    void anInequalityHasTwoSpellings() {
        assertThat(same("SELECT a != 1, b!=2", "SELECT a <> 1, b <> 2")).isTrue();
        assertThat(same("SELECT a OPERATOR(pg_catalog.!=) 1", "SELECT a operator(pg_catalog.<>) 1")).isTrue();
        assertThat(same("SELECT '!='", "SELECT '<>'")).isFalse();
        assertThat(same("SELECT \"!=\"", "SELECT \"<>\"")).isFalse();
        assertThat(same("SELECT $$!=$$", "SELECT $$<>$$")).isFalse();
        assertThat(same("SELECT a !=- 1", "SELECT a <>- 1")).isFalse();
    }

    /** Where PostgreSQL ends an operator: at a comment, and before a sign unless it has one of the characters ~ ! @ # % ^ & | ` ?. */
    @Test
    void anOperatorEndsBeforeASign() {
        assertThat(same("SELECT a>-1, a=+1, a*-1, a->-1", "SELECT a > - 1, a = + 1, a * - 1, a -> - 1")).isTrue();
        assertThat(same("SELECT a+-1, -+-a", "SELECT a + - 1, - + - a")).isTrue();
        assertThat(same("SELECT a@-b, a|/+b", "SELECT a @- b, a |/+ b")).isTrue();
        assertThat(same("SELECT a @-b", "SELECT a @ -b")).isFalse();
        assertThat(same("SELECT a <-> b", "SELECT a < -> b")).isFalse();
        assertThat(same("SELECT a>--b\n-1, a|--b\n-1", "SELECT a > -1, a | -1")).isTrue();
        assertThat(same("SELECT a>/* b */-1, a|/* b */-1", "SELECT a > -1, a | -1")).isTrue();
        String signs = "+".repeat(1_000);
        assertThat(same("SELECT " + signs + "1", "SELECT " + signs.replace("+", "+ ") + "1")).isTrue();
    }

    @Test
    void theLetterBeforeAStringIsAWord() {
        assertThat(same("SELECT E'\\n', X'1F', n'N'", "SELECT e'\\n', x'1F', N'N'")).isTrue();
        assertThat(same("SELECT E'N'", "SELECT e'n'")).isFalse();
        assertThat(same("SELECT E'\\n'", "SELECT '\\n'")).isFalse();
    }

    private static boolean same(String statement, String other) {
        return SqlWords.same(List.of(statement), List.of(other));
    }
}
