package org.aludel.orm.engines;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of classes whose ids come from one sequence. */
public abstract class SheetBase extends DeclarativeBase {}
