// Lets pactcheck fuzz UserParser.Parse: answers each JSON line on stdin with one on stdout.
using System.Text.Json;

while (Console.ReadLine() is { } line)
{
    var question = JsonDocument.Parse(line).RootElement;
    var id = question.GetProperty("id").GetInt32();
    Console.WriteLine(JsonSerializer.Serialize(Answer(id, question.GetProperty("body").GetBytesFromBase64())));
}

static object Answer(int id, byte[] body)
{
    try
    {
        return new { id, verdict = "accept", value = UserParser.Parse(body) };
    }
    catch (Exception error)
    {
        var verdict = error is JsonException ? "reject" : "error";
        return new { id, verdict, error = $"{error.GetType().Name}: {error.Message}" };
    }
}
