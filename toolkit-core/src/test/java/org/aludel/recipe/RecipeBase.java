package org.aludel.recipe;

import org.aludel.orm.mapping.DeclarativeBase;

/** The classes of the recipes. */
public abstract class RecipeBase extends DeclarativeBase {}
