package dev.plinth.job;

/** What a job can be asked. */
enum Verb {
    PLAN,
    APPLY,
    VERIFY,
    RENDER,
    FINGERPRINT
}
