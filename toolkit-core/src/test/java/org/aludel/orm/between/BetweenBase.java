package org.aludel.orm.between;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes with one-to-many over a table between. */
public abstract class BetweenBase extends DeclarativeBase {}
