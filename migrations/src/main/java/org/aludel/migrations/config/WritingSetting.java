package org.aludel.migrations.config;

/**
 * In which form a difference is written as a revision.
 *
 * @param online whether in steps that do not keep writers out
 */
public record WritingSetting(boolean online) {}
