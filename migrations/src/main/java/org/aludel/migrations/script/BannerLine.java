package org.aludel.migrations.script;

/**
 * One statement in the comment at the top of a file, for the person who reviews it.
 *
 * @param sql the statement, one or more lines
 * @param hazard what it does to a running system; empty when there is nothing to say
 */
public record BannerLine(String sql, String hazard) {}
