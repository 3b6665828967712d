package org.aludel.orm.filled;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities that the tests of attributes use which statements fill. */
public abstract class StudioBase extends DeclarativeBase {}
