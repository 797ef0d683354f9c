package dev.plinth.text;

/** What the stores were asked, which decides the words for a step that was not done. */
enum Occasion {
    PLAN,
    APPLY,
    VERIFY
}
