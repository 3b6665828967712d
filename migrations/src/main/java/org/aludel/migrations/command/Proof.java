package org.aludel.migrations.command;

/**
 * Whether a new revision was tried out before it was written.
 *
 * @param proven whether upgrade and downgrade were run in a scratch database with the right result
 * @param text what was proven on which server, or why nothing could be
 */
public record Proof(boolean proven, String text) {}
