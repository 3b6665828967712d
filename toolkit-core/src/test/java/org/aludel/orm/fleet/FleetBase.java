package org.aludel.orm.fleet;

import org.aludel.orm.mapping.DeclarativeBase;

/** Hierarchies whose tables are joined, and what refers to their classes. */
public abstract class FleetBase extends DeclarativeBase {}
