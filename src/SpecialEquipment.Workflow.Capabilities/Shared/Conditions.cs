using System.Linq.Expressions;

namespace SpecialEquipment.Workflow.Capabilities.Shared;

/// <summary>Puts conditions of a query together, so that a list has one WHERE and the database one plan.</summary>
public static class Conditions
{
    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>>? left, Expression<Func<T, bool>> right) => Join(left, right, Expression.AndAlso);
    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>>? left, Expression<Func<T, bool>> right) => Join(left, right, Expression.OrElse);

    public static Expression<Func<T, bool>> Not<T>(this Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <summary>
    /// The same condition in a form no index answers: for a query that must read in its order, or by its keys, and drop what does not fit.
    /// Planners without good statistics would otherwise gather all that fits first, to sort it for the sake of one page.
    /// </summary>
    public static Expression<Func<T, bool>> AsSieve<T>(this Expression<Func<T, bool>> condition) => Expression.Lambda<Func<T, bool>>(
        Expression.Equal(Expression.Condition(condition.Body, Expression.Constant(1), Expression.Constant(0)), Expression.Constant(1)), condition.Parameters);

    private static Expression<Func<T, bool>> Join<T>(
        Expression<Func<T, bool>>? left, Expression<Func<T, bool>> right, Func<Expression, Expression, BinaryExpression> join) =>
        left is null ? right : Expression.Lambda<Func<T, bool>>(join(left.Body, new Replace(right.Parameters[0], left.Parameters[0]).Visit(right.Body)), left.Parameters);

    private sealed class Replace(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
