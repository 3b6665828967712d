package org.aludel.orm.expression;

import org.aludel.orm.mapping.DeclarativeBase;

/** Entities that can be mapped and not read. */
public abstract class ShelfBase extends DeclarativeBase {}
