package org.aludel.orm.cost;

import org.aludel.orm.mapping.DeclarativeBase;

/** A graph that is large enough to show what a walk costs. */
public abstract class CatalogueBase extends DeclarativeBase {}
