// Lets pactcheck fuzz ParseUser: answers each JSON line on stdin with one on stdout.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	in, out := bufio.NewReader(os.Stdin), json.NewEncoder(os.Stdout)
	for line, err := in.ReadBytes('\n'); err == nil; line, err = in.ReadBytes('\n') {
		var question struct {
			ID   int    `json:"id"`
			Body []byte `json:"body"` // encoding/json reads base64 into bytes by itself.
		}
		json.Unmarshal(line, &question)
		if user, refusal := ParseUser(question.Body); refusal != nil {
			out.Encode(map[string]any{"id": question.ID, "verdict": "reject", "error": fmt.Sprintf("%T: %v", refusal, refusal)})
		} else {
			out.Encode(map[string]any{"id": question.ID, "verdict": "accept", "value": user})
		}
	}
}
