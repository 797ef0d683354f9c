package dev.plinth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "{}",
                    " {\t\"a\" : [ 1, -0.5e+3, true , false,null,\"\"] , \"b\":{\"c\":[]}}\r\n",
                    "{\"\\\"\\\\\\/\\b\\u00e9\": \"é \uD83D\uDE00\"}",
                    "{\"a\": [[], [[{}]]]}"
            })
    void readsWhatIsAnObject(String text) {
        assertThat(JsonSyntax.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "null", "\"{}\"", "x{}"})
    void refusesWhatDoesNotBeginAsOne(String text) {
        assertThat(JsonSyntax.problem(text)).contains("it does not begin with {");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "{", "{}}", "{}x", "{\"a\"}", "{\"a\":}", "{a: 1}", "{'a': 1}", "{\"a\": 01}", "{\"a\": 1.}",
                    "{\"a\": .5}", "{\"a\": +1}", "{\"a\": truth}", "{\"a\": 1,}", "{\"a\": [1,]}", "{,}",
                    "{\"a\": \"\\x\"}",
                    "{\"a\": \"\\u12g4\"}", "{\"a\": \"\t\"}", "{\"a\": \"b}", "{\"a\": [}", "{\"a\": 1 \"b\": 2}"
            })
    void refusesWhatIsNotOne(String text) {
        assertThat(JsonSyntax.problem(text)).contains("it cannot be read from line 1 on");
    }

    @Test
    void namesTheLine() {
        assertThat(JsonSyntax.problem("{\n  \"a\": 1,\n  \"b\": yes\n}")).contains("it cannot be read from line 3 on");
    }

    @Test
    void longTextsAreReadAndDeepOnesRefused() {
        assertThat(JsonSyntax.problem("{\"a\": \"" + "ab\\n".repeat(100_000) + "\"}")).isEmpty();
        assertThat(JsonSyntax.problem("{\"a\": " + "[".repeat(99) + "]".repeat(99) + "}")).isEmpty();
        assertThat(JsonSyntax.problem("{\"a\": " + "[".repeat(100_000))).isNotEmpty();
    }
}
