package org.aludel.sql;

/** What may be joined: something with rows, or a path that a session turns into one. */
public sealed interface JoinTarget permits FromItem, JoinPath {}
