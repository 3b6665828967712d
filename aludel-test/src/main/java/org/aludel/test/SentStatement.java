package org.aludel.test;

/**
 * One statement that was sent.
 *
 * @param sql the text as it was sent
 * @param place the line of the application that caused it, as in a stack trace; for a lazy load the
 *     line that touched the attribute
 */
public record SentStatement(String sql, String place) {}
