using System.Text;
using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

internal static class ArrayText
{
    /// <summary>null and undefined as nothing; an array inside itself as nothing.</summary>
    public static string Join(Run run, JsArray array, string separator)
    {
        if (run.Joining.Contains(array))
        {
            return "";
        }

        var mark = run.Joining.Count;
        run.Joining.Add(array);
        run.Enter();
        try
        {
            var text = new StringBuilder();
            for (var i = 0; i < array.Items.Count; i++)
            {
                var item = array.Items[i];
                var piece = Coerce.IsNullish(item) ? "" : Coerce.ToText(run, item);
                run.Spend(1);
                run.Allocate(2L * (piece.Length + separator.Length) + 2);
                text.Append(i > 0 ? separator : "").Append(piece);
            }

            run.AllocateText(text.Length);
            return text.ToString();
        }
        finally
        {
            run.Leave();
            run.Joining.RemoveRange(mark, run.Joining.Count - mark);
        }
    }
}
