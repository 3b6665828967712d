package org.aludel.orm.positions;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes with lists of objects whose order a column keeps. */
public abstract class PositionBase extends DeclarativeBase {}
