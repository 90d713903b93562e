// Lets pactcheck fuzz parseUser: answers each JSON line on stdin with one on stdout.
import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.module.kotlin.jacksonObjectMapper

val json = jacksonObjectMapper()

fun told(verdict: String, error: Exception) =
    mapOf("verdict" to verdict, "error" to "${error.javaClass.simpleName}: ${error.message}")

fun answer(body: ByteArray): Map<String, Any?> =
    try {
        mapOf("verdict" to "accept", "value" to parseUser(body))
    } catch (refusal: JsonProcessingException) {
        told("reject", refusal)
    } catch (error: Exception) {
        told("error", error)
    }

fun main() =
    generateSequence(::readLine).forEach { line ->
        val question = json.readTree(line)
        println(json.writeValueAsString(mapOf("id" to question["id"].asInt()) + answer(question["body"].binaryValue())))
        System.out.flush()
    }
