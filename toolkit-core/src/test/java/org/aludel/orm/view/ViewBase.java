package org.aludel.orm.view;

import org.aludel.orm.mapping.DeclarativeBase;

/** The catalogue of a shop with a view over its orders. */
public abstract class ViewBase extends DeclarativeBase {}
