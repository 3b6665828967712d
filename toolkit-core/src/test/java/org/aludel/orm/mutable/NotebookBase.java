package org.aludel.orm.mutable;

import org.aludel.orm.mapping.DeclarativeBase;

/** Attributes whose values can change inside. */
public abstract class NotebookBase extends DeclarativeBase {}
