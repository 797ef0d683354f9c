/**
 * What is settled before a store is asked anything: options, and the store as the job sees it. Knows no driver and
 * no SDK.
 */
@NullMarked
package dev.plinth.job.internal.start;

import org.jspecify.annotations.NullMarked;
